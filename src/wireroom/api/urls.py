"""Addresses of what programs read."""

from django.urls import path

from wireroom.api.service import service

urlpatterns = [path("", service.urls)]
