package io.tweestap.delivery.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.NewMessage;

/// What a message says, as one sealed value: the subject, a line feed, the text.
public record Content(String subject, String text) {
  public Content {
    if (subject.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a subject is one line");
    }
  }

  static Content of(NewMessage message) {
    return new Content(message.subject(), message.text());
  }

  static Content of(byte[] bytes) {
    String both = new String(bytes, UTF_8);
    int end = both.indexOf('\n');
    return new Content(both.substring(0, end), both.substring(end + 1));
  }

  byte[] bytes() {
    return (subject + "\n" + text).getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return "Content[" + text.length() + " characters]";
  }
}
