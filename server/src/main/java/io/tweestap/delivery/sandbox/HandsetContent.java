package io.tweestap.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.OutgoingMessage;

/// What stands in a message, as one sealed value: sender, locale and subject, a line each, then the
/// text.
record HandsetContent(String sender, String locale, String subject, String text) {
  private static final int FIELDS = 4;

  static HandsetContent of(OutgoingMessage message) {
    return new HandsetContent(
        oneLine(message.sender()),
        message.locale().toLanguageTag(),
        oneLine(message.subject()),
        message.text());
  }

  static HandsetContent of(byte[] bytes) {
    String[] fields = new String(bytes, UTF_8).split("\n", FIELDS);
    return new HandsetContent(fields[0], fields[1], fields[2], fields[3]);
  }

  byte[] bytes() {
    return String.join("\n", sender, locale, subject, text).getBytes(UTF_8);
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  @Override
  public String toString() {
    return "HandsetContent[" + text.length() + " characters]";
  }
}
