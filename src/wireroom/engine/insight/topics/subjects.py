"""The 17 top terms of IPTC Media Topics: what sections are called."""

from typing import Final

# By the word that engine/insight/entities/subjects gives: the name of the term in English.
# https://cv.iptc.org/newscodes/mediatopic/
MEDIA_TOPICS: Final = {
    "arts": "Arts, culture, entertainment and media",
    "conflict": "Conflict, war and peace",
    "crime": "Crime, law and justice",
    "disaster": "Disaster, accident and emergency incident",
    "economy": "Economy, business and finance",
    "education": "Education",
    "environment": "Environment",
    "health": "Health",
    "human interest": "Human interest",
    "labour": "Labour",
    "lifestyle": "Lifestyle and leisure",
    "politics": "Politics and government",
    "religion": "Religion",
    "science": "Science and technology",
    "society": "Society",
    "sport": "Sport",
    "weather": "Weather",
}
