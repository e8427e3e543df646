package sourcetest

import (
	"archive/zip"
	"bytes"
	"strings"
)

// Part is a file in a zip.
type Part struct{ Name, Content string }

// Zip is a zip of these files; those that are called mimetype are not compressed.
func Zip(parts ...Part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		method := zip.Deflate
		if p.Name == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: method})
		if err != nil {
			panic(err) // memory does not fail
		}
		if _, err := w.Write([]byte(p.Content)); err != nil {
			panic(err) // memory does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic(err) // memory does not fail
	}
	return b.Bytes()
}

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// DOCX is a Word document with this body, and further parts.
func DOCX(body string, more ...Part) []byte {
	return Zip(append([]Part{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document` + wordSpace + `><w:body>` + body + `</w:body></w:document>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:dc="x"><dc:title>Торг на реке</dc:title>` +
			`<dc:creator>А. Б. Речной</dc:creator><dc:language>ru</dc:language></cp:coreProperties>`},
	}, more...)...)
}

// Paragraph is one of a Word document, each text a run of its own.
func Paragraph(texts ...string) string {
	return "<w:p><w:r><w:t xml:space=\"preserve\">" + strings.Join(texts, "</w:t></w:r><w:r><w:t xml:space=\"preserve\">") + "</w:t></w:r></w:p>"
}

// ODT is an OpenDocument text with this body.
func ODT(body string, more ...Part) []byte {
	return Zip(append([]Part{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", `<office:document-content><office:automatic-styles><x>не текст</x></office:automatic-styles>` +
			`<office:body><office:text>` + body +
			`</office:text></office:body></office:document-content>`},
		{"styles.xml", `<office:document-styles><office:master-styles>` +
			`<style:header><text:p>Вестник торга</text:p></style:header></office:master-styles></office:document-styles>`},
		{"meta.xml", `<office:document-meta><office:meta><dc:title>Торг на реке</dc:title>` +
			`<meta:initial-creator>А. Б. Речной</meta:initial-creator><dc:creator>Пользователь</dc:creator></office:meta></office:document-meta>`},
	}, more...)...)
}

// EPUB is a book of these chapters, read in the order of the spine.
func EPUB(spine string, chapters ...Part) []byte {
	manifest := ""
	for _, c := range chapters {
		manifest += `<item id="` + strings.TrimSuffix(c.Name, ".xhtml") + `" href="text/` + c.Name + `" media-type="application/xhtml+xml"/>`
	}
	parts := []Part{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`},
		{"OEBPS/book.opf", `<package><metadata xmlns:dc="x"><dc:title>Торг на реке</dc:title><dc:creator>А. Б. Речной</dc:creator>` +
			`<dc:language>ru</dc:language><dc:date>1901</dc:date>` +
			`<dc:publisher>Типография</dc:publisher></metadata><manifest>` + manifest + `</manifest><spine>` + spine + `</spine></package>`},
	}
	for _, c := range chapters {
		parts = append(parts, Part{"OEBPS/text/" + c.Name, `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">` +
			`<head><title>x</title></head><body>` + c.Content + `</body></html>`})
	}
	return Zip(parts...)
}

// File is a file in a zip.
func File(name, content string) Part { return Part{Name: name, Content: content} }
