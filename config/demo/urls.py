from django.urls import path

from config.demo import views

urlpatterns = [
    path("mail/", views.mailbox_list, name="demo_mail"),
    path("mail/<str:number>/", views.mail, name="demo_mail_detail"),
    path("mail/<str:number>/html/", views.mail_html, name="demo_mail_html"),
]
