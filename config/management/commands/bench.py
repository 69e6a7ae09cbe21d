from django.core.management.base import BaseCommand

from config.bench import database, pages, printing, school, server


class Command(BaseCommand):
    help = "Measures pages, queries and certificates in a database of its own. Use bin/bench."

    def handle(self, *args, **options) -> None:
        with database.of_its_own() as name:
            school.build()
            few = pages.queries()
            school.fill()
            many = pages.queries()
            self.table("Queries per page", ("few", "many"), [(page, few[page], many[page]) for page in few])
            with server.running(name) as port:
                self.table("Requests per second", ("median", "of its floor"), pages.run(port))
            self.table("Certificates per second and core", ("median", "ratio"), printing.run())

    def table(self, title: str, columns: tuple[str, str], rows: list[tuple]) -> None:
        self.stdout.write(f"\n{title:<52}{columns[0]:>12}{columns[1]:>14}")
        for name, first, second in rows:
            self.stdout.write(f"  {name:<50}{show(first):>12}{show(second):>14}")


def show(figure: float) -> str:
    return str(figure) if isinstance(figure, int) else f"{figure:.2f}"
