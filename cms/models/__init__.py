from cms.models.catalogue import CataloguePage
from cms.models.course import CoursePage
from cms.models.home import HomePage
from cms.models.settings import ContactSettings, FundingSettings
from cms.models.standard import StandardPage
from cms.models.statements import AccessibilityPage, PrivacyPage

__all__ = [
    "AccessibilityPage",
    "CataloguePage",
    "ContactSettings",
    "CoursePage",
    "FundingSettings",
    "HomePage",
    "PrivacyPage",
    "StandardPage",
]
