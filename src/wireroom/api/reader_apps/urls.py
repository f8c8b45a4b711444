"""Addresses that reader apps know: below the one that their reader types in."""

from django.urls import path

from wireroom.api.reader_apps import items, lists, marking, signing_in

app_name = "apps"
_ROOT = "reader/api/0/"
urlpatterns = [
    path("accounts/ClientLogin", signing_in.sign_in, name="sign-in"),
    path(f"{_ROOT}token", signing_in.give_token),
    path(f"{_ROOT}user-info", signing_in.tell_user),
    path(f"{_ROOT}subscription/list", lists.list_streams),
    path(f"{_ROOT}subscription/edit", marking.change_streams),
    path(f"{_ROOT}tag/list", lists.list_tags),
    path(f"{_ROOT}unread-count", lists.count_unread),
    path(f"{_ROOT}stream/items/ids", items.list_numbers),
    path(f"{_ROOT}stream/items/contents", items.show_items),
    path(f"{_ROOT}stream/contents", items.show_stream),
    path(f"{_ROOT}stream/contents/<path:stream>", items.show_stream),
    path("reader/atom/<path:stream>", items.show_stream_as_atom),
    path(f"{_ROOT}edit-tag", marking.mark_items),
    path(f"{_ROOT}mark-all-as-read", marking.mark_all),
    *(path(_ROOT + what, lists.tell_nothing, {"what": what}) for what in lists.NOTHING),
]
