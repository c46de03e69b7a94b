package io.tweestap.credit.statement;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Pages of A4 that are written from top to bottom. The font is the one that PDFBox brings along
/// and goes into the file, so nothing is looked for on the machine, and names in Latin, Greek and
/// Cyrillic letters are shown; other letters become question marks.
final class Sheet implements AutoCloseable {
  static final float LEFT = 56;
  static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;

  private static final float TOP = PDRectangle.A4.getHeight() - 64;
  private static final float BOTTOM = 72;
  private static final float FOOT = 40;
  private static final float BOLD = 0.35f;
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document = new PDDocument();
  private final TrueTypeFont letters;
  private final CmapLookup known;
  private final PDFont font;
  private PDPageContentStream page;
  private float y = TOP;

  Sheet() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "no font")) {
      letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
    known = letters.getUnicodeCmapLookup();
    font = PDType0Font.load(document, letters, true);
    page = fresh();
  }

  /// How a text looks.
  record Look(float size, boolean bold, Color color) {}

  /// Goes down; on to the next page when less than `needed` points are left on this one.
  ///
  /// @return whether a page was begun
  boolean down(float points, float needed) throws IOException {
    y -= points;
    if (y - needed >= BOTTOM) {
      return false;
    }
    page.close();
    page = fresh();
    y = TOP;
    return true;
  }

  void left(String text, float x, Look look) throws IOException {
    write(page, shown(text), x, y, look);
  }

  void right(String text, float x, Look look) throws IOException {
    String shown = shown(text);
    write(page, shown, x - width(shown, look), y, look);
  }

  /// A line across the page, a little below the writing.
  void rule(Color color) throws IOException {
    page.setStrokingColor(color);
    page.setLineWidth(0.6f);
    page.moveTo(LEFT, y - 5);
    page.lineTo(RIGHT, y - 5);
    page.stroke();
  }

  /// A colored field behind what is written next.
  void field(float above, float height, Color color) throws IOException {
    page.setNonStrokingColor(color);
    page.addRect(LEFT - 8, y + above - height, RIGHT - LEFT + 16, height);
    page.fill();
  }

  /// As much of a text as fits.
  String fitting(String text, float most, Look look) throws IOException {
    String shown = shown(text);
    if (width(shown, look) <= most) {
      return shown;
    }
    int end = shown.length();
    while (end > 0 && width(shown.substring(0, end) + "...", look) > most) {
      end = shown.offsetByCodePoints(end, -1);
    }
    return shown.substring(0, end) + "...";
  }

  /// What stands at the foot of a page.
  interface Foot {
    String of(int page, int pages);
  }

  /// The file.
  byte[] finish(String title, String language, String note, Foot foot, Look look)
      throws IOException {
    page.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      try (var at =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        String number = foot.of(i + 1, pages);
        write(at, fitting(note, RIGHT - LEFT - 80, look), LEFT, FOOT, look);
        write(at, number, RIGHT - width(number, look), FOOT, look);
      }
    }
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Tweestap");
    document.getDocumentCatalog().setLanguage(language);
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private PDPageContentStream fresh() throws IOException {
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    return new PDPageContentStream(document, next);
  }

  private void write(PDPageContentStream at, String shown, float x, float height, Look look)
      throws IOException {
    at.beginText();
    at.setFont(font, look.size());
    at.setNonStrokingColor(look.color());
    at.setStrokingColor(look.color());
    at.setRenderingMode(look.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    at.setLineWidth(BOLD);
    at.newLineAtOffset(x, height);
    at.showText(shown);
    at.endText();
  }

  private float width(String shown, Look look) throws IOException {
    return font.getStringWidth(shown) / 1000 * look.size();
  }

  private String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .map(letter ->
            Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? ' ' : letter)
        .map(letter -> known.getGlyphId(letter) == 0 ? '?' : letter)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  @Override
  public void close() throws IOException {
    document.close();
    letters.close();
  }
}
