# Problems of the whole house
problem-not-allowed = You may not do this with your role. Ask the head of your unit if you need to.
problem-not-found = There is nothing here, or it is not yours to see.
problem-busy = Somebody was working on the same thing at the very same moment, so nothing of yours was saved. Try again: you will see what they did.
problem-request-cut = The connection broke before all of it had come, so nothing was saved. Send it again.
problem-no-such-move = This cannot be done at this stage. Somebody may have been faster: open the page again to see how things stand.
problem-guard-failed = Something that this step needs is missing. Go back, fill it in and try again.
problem-no-value-at-date = The rules say nothing about that date. Check the date; if it is right, the pack of this jurisdiction has to be extended.
problem-password-weak = This password is too weak: { $why }
problem-name-taken = The user name “{ $name }” is taken. Choose another.
problem-locked-out = Too many failed attempts. Wait 15 minutes, then try again, or ask your administrator.
problem-page-missing = This page does not exist. Check the address, or start again from the home page.
problem-server-fault = Something broke on our side. Nothing was lost; try again in a moment.
problem-form-expired = This form was open for too long. Go back, reload the page and send it again.
# Verbs of accounts and duties
verb-access-manage = manage units and accounts
verb-access-sign-in = sign in
verb-duty-see = see what is owed
verb-people-enter = enter a person
verb-people-see = see a person's data
# What is owed
duties-title = What I owe
duties-overdue-title = Overdue
duties-waiting-title = Waiting for others
duties-list-owed = Mine and my unit's
duties-list-overdue = Overdue everywhere
duties-list-waiting = Waiting for others
duties-what = What
duties-about = About
duties-own-unit = Our unit
duties-who = Who
duties-due = Due
duties-basis = Basis
duties-none-owed = Nothing is owed. Well done.
duties-none-overdue = Nothing is overdue.
duties-none-waiting = We are waiting for nobody.
duties-no-calendar = The calendar of that year is not published yet
duties-late = { $days ->
    [0] late today
    [one] { $days } day late
   *[other] { $days } days late
  }
duties-left = { $days ->
    [0] due today
    [one] { $days } day left
   *[other] { $days } days left
  }
duties-hours-left = { $hours ->
    [one] { $hours } hour left
   *[other] { $hours } hours left
  }
duties-no-date = promptly
duties-stands-still = clock stands still
duties-lists = Lists
duties-more = Only the first 50 are shown: the most urgent come first.
nav-group-files = Files
nav-group-providers = Assignment and providers
nav-group-outreach = Advice and outreach
nav-group-house = Figures and offices
nav-duties = What I owe
nav-files = Legal-aid files
nav-advice = Consultations
nav-plans = Plans
nav-shares = My tasks
nav-events = Events
nav-review = Figures and review
nav-units = Units and accounts
nav-home = Home
nav-apply = Apply for legal aid
nav-follow = Follow an application
home-title = What happened? Tell us.
home-intro = Choose what fits best. You need not know the words of the law.
home-call-title = You can also call
home-call-text = Calls are free. If you cannot hear, send a message or ask for a sign-language interpreter.
home-follow-title = Follow your application
home-follow-text = Enter the 8 characters from your receipt.
home-follow-button = Follow
home-free-title = It is free
home-free-text = Legal aid costs nothing. Nobody may take money from you for it.
home-staff = For staff: sign in
