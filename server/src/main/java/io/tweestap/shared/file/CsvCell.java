package io.tweestap.shared.file;

import io.tweestap.shared.web.Fields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cell means, past what spreadsheets do to it.
public final class CsvCell {
  /// How a number is kept from being one: `="0612345678"`.
  private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");

  /// How a cell is kept from being a formula: an apostrophe before it.
  private static final Pattern GUARDED = Pattern.compile("'([=+@-].*)", Pattern.DOTALL);

  private static final Pattern ROUNDED = Pattern.compile("[0-9][.,]?[0-9]*E\\+?[0-9]+");

  private CsvCell() {}

  /// @throws io.tweestap.shared.web.Problem for a formula, and for a number that was rounded
  public static String read(String column, String cell) {
    String text = cell.replace('\u00a0', ' ').strip();
    Matcher formula = TEXT_FORMULA.matcher(text);
    if (formula.matches()) {
      return formula.group(1).strip();
    }
    Matcher guarded = GUARDED.matcher(text);
    if (guarded.matches()) {
      return guarded.group(1).strip();
    }
    if (text.startsWith("=")) {
      throw Fields.invalid(column, "is a formula; save the file with values");
    }
    if (column.equals("phone") && ROUNDED.matcher(text).matches()) {
      throw Fields.invalid(column, "was rounded by a spreadsheet; format the column as text");
    }
    return text;
  }
}
