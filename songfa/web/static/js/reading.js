// Changes the reading aids at once; the server still remembers them, by the same address as without this.
const names = ['size', 'contrast', 'width']

function show (name, value) {
  document.documentElement.dataset[name] = value
  for (const button of document.querySelectorAll(`form[data-reading] button[name="${name}"]`)) {
    button.setAttribute('aria-pressed', String(button.value === value))
  }
}

export function keepReading (page) {
  for (const form of page.querySelectorAll('form[data-reading]')) {
    form.addEventListener('submit', async event => {
      const { name, value } = event.submitter ?? {}
      if (!names.includes(name)) return
      event.preventDefault()
      show(name, value)
      const body = new FormData(form)
      body.set(name, value)
      try {
        await fetch(form.action, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual' })
      } catch {
        // Out of reach: the page shows the choice, the next page asks again.
      }
    })
  }
}
