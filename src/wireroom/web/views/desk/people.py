"""Who has an account, and giving roles."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.engine.versions import version_of
from wireroom.people.queries import list_people
from wireroom.people.roles import Role, role_of
from wireroom.pipeline.roles import give_role
from wireroom.web.desk import by_whom, desk_page, do_unless_overtaken, show_desk, typed
from wireroom.web.desk_words import say_role
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number

_SHOWN = 50


@require_safe
@desk_page(Role.HOST)
def show_people(request: HttpRequest, edition: str) -> HttpResponse:
    """List the desk's people with their roles, or the accounts whose address has these letters."""
    named = typed(request, "q")[:254]
    after = row_number(typed(request, "after"))
    people = list_people(named=named, after=after, limit=_SHOWN + 1)
    context = {
        "people": [
            (person, role_of(person), version_of(role_of(person).value))
            for person in people[:_SHOWN]
        ],
        "after": people[_SHOWN - 1].pk if len(people) > _SHOWN else None,
        "named": named,
        "roles": list(Role),
    }
    return show_desk(request, "people.jinja", context)


@require_POST
@desk_page(Role.HOST)
def set_role(request: HttpRequest, edition: str, person_id: int) -> HttpResponse:
    """Give a person a role."""
    role = typed(request, "role")
    if role not in list(Role):
        raise Http404

    def deed() -> str:
        person = give_role(person_id, Role(role), by=by_whom(request), seen=typed(request, "seen"))
        return _("%(person)s: %(role)s") % {"person": person.email, "role": say_role(role)}

    return do_unless_overtaken(request, deed, back=page_url("desk-people"))
