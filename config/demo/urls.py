from django.urls import path

from config.demo import styleguide, views

urlpatterns = [
    path("styleguide/", styleguide.styleguide, name="demo_styleguide"),
    path("mail/", views.mailbox_list, name="demo_mail"),
    path("mail/<str:number>/", views.mail, name="demo_mail_detail"),
    path("mail/<str:number>/html/", views.mail_html, name="demo_mail_html"),
]
