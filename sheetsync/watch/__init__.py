"""Live: every workbook is synced soon after it changes.

``scheduler`` decides, ``loop`` carries out what it says, ``files``, ``google`` and ``work`` touch the world, ``pulse`` tells ``doctor``
that it is alive.
"""
