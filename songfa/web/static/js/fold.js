// A fold stands open on a wide screen. The stylesheet does this where it can; this does it elsewhere,
// and closes an open account menu by Escape or by a press outside.
const wide = window.matchMedia('(min-width: 60em)')

function fit (folds) {
  const bySheet = CSS.supports('selector(::details-content)')
  for (const fold of folds) {
    if (bySheet) continue
    fold.open = wide.matches
    fold.toggleAttribute('data-wide', wide.matches)
  }
}

export function keepFolds (page) {
  const folds = page.querySelectorAll('details.fold')
  fit(folds)
  wide.addEventListener('change', () => fit(folds))

  const menu = page.querySelector('details.account')
  if (!menu) return
  page.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  page.addEventListener('click', event => {
    if (menu.open && !menu.contains(event.target)) menu.open = false
  })
}
