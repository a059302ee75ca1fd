// A field's line link brings its line into view inside the text beside it, without moving the page.
export function keepSources (scope) {
  for (const box of scope.querySelectorAll('.source')) {
    const hit = box.querySelector('.source__hit')
    if (hit) box.scrollTop = hit.offsetTop - box.offsetTop - box.clientHeight / 3
  }
  for (const link of scope.querySelectorAll('a[data-line]')) {
    link.addEventListener('click', event => {
      const line = document.getElementById(link.hash.slice(1))
      const box = line?.closest('.source')
      if (!box) return
      event.preventDefault()
      for (const old of box.querySelectorAll('.source__hit')) old.classList.remove('source__hit')
      line.classList.add('source__hit')
      box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 3
      line.tabIndex = -1
      line.focus({ preventScroll: true })
    })
  }
}
