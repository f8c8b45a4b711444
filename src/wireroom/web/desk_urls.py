"""The addresses of the desk, below /EDITION/desk/."""

from django.urls import path

from wireroom.web.views.desk import (
    add_outlets,
    errors,
    health,
    letters,
    log,
    outlets,
    overview,
    people,
    rules,
    settings,
    start,
    stories,
    take_down,
)

urlpatterns = [
    path("", overview.show_desk_overview, name="desk"),
    path("dead-letters/", letters.show_letters, name="desk-letters"),
    path("dead-letters/rerun/", letters.rerun, name="desk-rerun"),
    path("health/", health.show_health, name="desk-health"),
    path("outlet/<row:outlet_id>/asked/", health.show_asked, name="desk-asked"),
    path("outlets/add/", add_outlets.add_outlets, name="desk-add-outlets"),
    path("outlets/", outlets.show_outlets, name="desk-outlets"),
    path("outlet/<row:outlet_id>/", outlets.show_outlet_at_desk, name="desk-outlet"),
    path("outlet/<row:outlet_id>/edit/", outlets.edit, name="desk-outlet-edit"),
    path("outlet/<row:outlet_id>/state/", outlets.set_state, name="desk-outlet-state"),
    path("outlet/<row:outlet_id>/reread/", outlets.read_again, name="desk-outlet-reread"),
    path("outlet/<row:outlet_id>/rules/", rules.show_rules, name="desk-outlet-rules"),
    path("start/", start.start, name="desk-start"),
    path("stories/", stories.show_stories, name="desk-stories"),
    path("story/<row:story_id>/", stories.show_story_at_desk, name="desk-story"),
    path("story/<row:story_id>/preview/", stories.preview, name="desk-preview"),
    path("story/<row:story_id>/mend/", stories.mend, name="desk-mend"),
    path("errors/", errors.show_errors, name="desk-errors"),
    path("errors/<row:error_id>/", errors.decide, name="desk-error"),
    path("settings/", settings.show_settings, name="desk-settings"),
    path("settings/mail/", settings.send_letter, name="desk-settings-mail"),
    path("people/", people.show_people, name="desk-people"),
    path("people/<row:person_id>/", people.set_role, name="desk-role"),
    path("take-down/", take_down.take_down, name="desk-take-down"),
    path("log/", log.show_log, name="desk-log"),
    path("log/undo/<row:mend_id>/", log.undo, name="desk-undo"),
]
