package io.tweestap.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.shared.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/// One mail (RFC 5322): plain text in UTF-8, marked as sent by a program (RFC 3834 section 5).
///
/// It knows whether its content has begun to go out: from then on, a lost connection leaves open
/// whether the server has it.
final class OutgoingMail extends MimeMessage {
  private final String messageId;
  private volatile boolean begun;

  private OutgoingMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /// Writes the mail.
  ///
  /// @param from address that it comes from; the message's sender becomes the name beside it
  /// @throws MessagingException when the recipient is no address that mail can go to
  static OutgoingMail of(Session session, String from, OutgoingMessage message, Instant now)
      throws MessagingException {
    String domain = from.substring(from.indexOf('@') + 1);
    // The same for every try, so that a mail program can tell a repetition.
    OutgoingMail mail = new OutgoingMail(session, "<" + message.id() + "@" + domain + ">");
    mail.setFrom(sender(from, oneLine(message.sender())));
    mail.setRecipient(Message.RecipientType.TO, recipient(message.recipient()));
    mail.setSubject(oneLine(message.subject()), UTF_8.name());
    mail.setSentDate(Date.from(now));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Content-Language", message.locale().toLanguageTag());
    mail.setText(message.text(), UTF_8.name());
    mail.updateMessageID();
    return mail;
  }

  /// Whether the content has begun to go out.
  boolean hasBegun() {
    return begun;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String @Nullable [] ignoreList)
      throws IOException, MessagingException {
    begun = true;
    super.writeTo(out, ignoreList);
  }

  private static InternetAddress sender(String from, String name) throws MessagingException {
    try {
      return new InternetAddress(from, name, UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("UTF-8 is always there", e);
    }
  }

  private static InternetAddress recipient(String address) throws MessagingException {
    try {
      String checked = new EmailAddress(address).address();
      int at = checked.indexOf('@');
      String ascii = checked.substring(0, at + 1) + IDN.toASCII(checked.substring(at + 1));
      if (!US_ASCII.newEncoder().canEncode(ascii)) {
        throw new MessagingException("few mail servers take another alphabet before the @");
      }
      return new InternetAddress(ascii, true);
    } catch (IllegalArgumentException e) {
      throw new MessagingException("not a mail address", e);
    }
  }

  /// A line break here would begin a header of somebody else's choice.
  private static String oneLine(String text) {
    return text.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
