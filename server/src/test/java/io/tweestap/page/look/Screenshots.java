package io.tweestap.page.look;

/// Whether pictures are wanted: `-Dtweestap.screenshots=true`.
public final class Screenshots {
  private static final boolean WANTED = Boolean.parseBoolean(taken("tweestap.screenshots"));

  private Screenshots() {}

  /// Read once and taken away: a server that starts afterwards knows no such setting and refuses
  /// to.
  public static boolean wanted() {
    return WANTED;
  }

  private static String taken(String property) {
    String value = System.getProperty(property, "");
    System.clearProperty(property);
    return value;
  }
}
