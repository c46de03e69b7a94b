package io.tweestap.page.sandbox;

import java.time.Instant;
import java.util.List;

/// A handset on the screen: a phone with one number, or a mailbox.
///
/// @param to E.164 number or mail address
/// @param shown the same, for reading
/// @param mailbox whether it is a mailbox
/// @param used whether the shop sends its code here
/// @param messages newest last
record Phone(String to, String shown, boolean mailbox, boolean used, List<Message> messages) {
  /// Whether something came in at or after a moment.
  boolean gotSomethingSince(Instant moment) {
    return messages.stream().anyMatch(message -> !message.at().isBefore(moment));
  }

  @Override
  public String toString() {
    return "Phone[" + messages.size() + " messages]";
  }

  /// One message.
  ///
  /// @param channel `sms`, `voice` or `email`
  /// @param text without the last line
  /// @param lastLine the line that binds the code to a site (SMS-1), or empty
  /// @param time of the day, `14:05`
  record Message(
      String id,
      String channel,
      String sender,
      String subject,
      String text,
      String lastLine,
      String locale,
      Instant at,
      String time) {
    @Override
    public String toString() {
      return "Message[" + id + "]";
    }
  }
}
