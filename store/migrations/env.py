"""What Alembic runs: the steps go over the connection `store.opening` has opened, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
context.run_migrations()
