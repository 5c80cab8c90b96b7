"""Official documents as Word files: reports, the plan, invitations, minutes and sign-in sheets.

The form is that of Nghị định 30/2020/NĐ-CP and lies in ``templates/documents/*.docx``, where an office edits it in
Word; this package fills it in. A document is a draft: its number and day are left blank for the clerk.
"""
