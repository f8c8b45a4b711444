"""How a reader app signs in: with its person's address and a key made for it."""

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wireroom.api.reader_apps.asking import (
    for_apps,
    plain_answer,
    refuse_stranger,
    told_as_json,
)
from wireroom.people.models import AppKey
from wireroom.people.services.app_keys import open_with


@csrf_exempt  # a key is shown, and no cookie is looked at
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Answer with what an app shows from then on: its key, which is as good as any other word."""
    told = request.POST if request.method == "POST" else request.GET
    key = told.get("Passwd", "").strip()
    found = open_with(key)
    if found is None or found.person.email != told.get("Email", "").strip().lower():
        return refuse_stranger(request)
    return plain_answer(f"SID={key}\nLSID=null\nAuth={key}")


@for_apps
def give_token(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Give what apps send along with each change; the key they show is what counts."""
    return plain_answer(salted_hmac("wireroom.app", str(key.person_id)).hexdigest()[:20])


@for_apps
def tell_user(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Tell an app whose it is."""
    number = str(key.person_id)
    return told_as_json(
        {
            "userId": number,
            "userName": key.person.email,
            "userProfileId": number,
            "userEmail": key.person.email,
        }
    )
