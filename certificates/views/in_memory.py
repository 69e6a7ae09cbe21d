"""A file that is compared and forgotten: it never touches a disk, whatever its size."""

from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

MOST = 2 * 1024 * 1024  # bytes; a certificate has about 50,000


class OnlyInMemory(FileUploadHandler):
    """Keeps a file in memory; lets one that is too large pass by and remembers that it was."""

    was_too_large = False

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > MOST:
            self.was_too_large, self.kept = True, BytesIO()
            raise SkipFile
        self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )


def only_in_memory(request: HttpRequest) -> OnlyInMemory:
    """To be called before anybody reads the form."""
    handler = OnlyInMemory(request)
    request.upload_handlers = [handler]
    return handler
