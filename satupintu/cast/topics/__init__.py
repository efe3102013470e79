"""What people come with, by field of service: stories, what is done about them, letters and answers. All made up."""

from satupintu.cast.topics import civil_registration, economy, education, health, other, social
from satupintu.cast.topics.topic import About, Topic

TOPICS: tuple[Topic, ...] = (
    *civil_registration.TOPICS,
    *economy.TOPICS,
    *education.TOPICS,
    *health.TOPICS,
    *other.TOPICS,
    *social.TOPICS,
)
"""All of them."""

__all__ = ["TOPICS", "About", "Topic"]
