// Starts the pieces that make pages nicer; every page works without them.
import { Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, createAll } from '../built/govuk.js'
import { keepFolds } from './fold.js'
import { keepReading } from './reading.js'
import { keepSources } from './source.js'

const parts = [Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios]

function start (scope) {
  for (const part of parts) createAll(part, undefined, { scope, onError: () => {} })
  keepSources(scope)
}

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
start(document)
keepFolds(document)
keepReading(document)

// htmx puts new pieces in the page: start what is in them, and say where focus goes.
document.addEventListener('htmx:load', event => {
  const piece = event.detail.elt
  if (piece === document.body) return
  start(piece)
  piece.querySelector('[data-focus]')?.focus()
})
