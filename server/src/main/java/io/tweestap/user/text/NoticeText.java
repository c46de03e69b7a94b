package io.tweestap.user.text;

/// A notice, ready to be sent.
///
/// @param subject one line
public record NoticeText(String subject, String text) {
  @Override
  public String toString() {
    return "NoticeText[" + text.length() + " characters]";
  }
}
