package io.tweestap.verification.text;

/// A message with a code in it, ready to be sent. `toString` does not show it.
///
/// @param subject one line without the code: the subject of a mail, the caption of a call
/// @param text what is sent or spoken
public record CodeMessage(String subject, String text) {
  @Override
  public String toString() {
    return "CodeMessage[" + text.length() + " characters]";
  }
}
