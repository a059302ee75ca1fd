// Builds songfa/web/static/built/: two stylesheets and the browser modules of others, all served by ourselves.
// Run by `npm run build`; the same as `sass --load-path=. --load-path=node_modules --style=compressed --quiet-deps`.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const look = dirname(fileURLToPath(import.meta.url))
const root = join(look, '../../..')
const built = join(look, '../static/built')

const sheets = ['public', 'desk']
const modules = {
  'govuk.js': 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js',
  'htmx.js': 'node_modules/htmx.org/dist/htmx.min.js',
}

// Maps are not copied, and a pointer to a missing one fails when static files are collected.
const withoutMap = text => text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')

await rm(built, { recursive: true, force: true })
await mkdir(built, { recursive: true })

// A picture that MOJ's timeline names for old documents; we have none at that address.
const withoutPictures = css => css.replaceAll(/background-image:url\(\/assets\/[^)]*\);?/g, '')

for (const name of sheets) {
  const { css } = compile(join(look, `${name}.scss`), {
    loadPaths: [root, join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  await writeFile(join(built, `${name}.css`), withoutPictures(css))
  console.log(`${relative(root, join(built, `${name}.css`))} ${Math.round(css.length / 1024)} KB`)
}

for (const [name, source] of Object.entries(modules)) {
  await writeFile(join(built, name), withoutMap(await readFile(join(root, source), 'utf8')))
}
