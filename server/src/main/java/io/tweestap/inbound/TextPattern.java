package io.tweestap.inbound;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;

/// A regular expression that a tenant wrote, run over texts that strangers write. RE2 takes time in
/// proportion to text times expression, whatever they are; both have an end here.
public final class TextPattern {
  /// Longest expression.
  public static final int LENGTH_MAX = 200;

  private static final int TEXT_MAX = 2_000;
  private static final int PROGRAM_MAX = 2_000;

  /// The most steps that all expressions of a tenant may take for one character: 0.4 seconds for
  /// the longest text, as measured on one processor.
  public static final int PROGRAMS_MAX = 10_000;

  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("\\{([0-9]{1,6})(?:,([0-9]{0,6}))?\\}");

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// Empty when it is none, too long, or repeats too much.
  public static Optional<TextPattern> of(String expression) {
    if (expression.isEmpty() || expression.length() > LENGTH_MAX || repeats(expression) > 1_000) {
      return Optional.empty();
    }
    try {
      Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
      return pattern.programSize() > PROGRAM_MAX
          ? Optional.empty()
          : Optional.of(new TextPattern(pattern));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  /// Nested repeats multiply, and are multiplied out before anybody could look at the result.
  private static long repeats(String expression) {
    return REPEAT
        .matcher(expression)
        .results()
        .mapToLong(TextPattern::most)
        .reduce(1, (all, one) -> Math.min(all * Math.max(one, 1), Integer.MAX_VALUE));
  }

  private static long most(MatchResult repeat) {
    String most = repeat.group(2);
    return Long.parseLong(most == null || most.isEmpty() ? repeat.group(1) : most);
  }

  /// How many steps it takes at most for one character.
  public int size() {
    return pattern.programSize();
  }

  /// Whether it stands somewhere in the first 2,000 characters.
  boolean isFoundIn(String text) {
    return pattern.matcher(text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text).find();
  }
}
