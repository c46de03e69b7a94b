package io.tweestap.delivery.mail;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/// What a failed attempt means (RFC 5321 section 4.2.1): 4yz is worth another try, 5yz is not.
///
/// Of the server's words only the numbers are kept: the rest tends to quote the recipient.
final class SmtpAnswer {
  private static final int TRANSIENT = 400;
  private static final int PERMANENT = 500;

  /// The enhanced status code of RFC 3463.
  private static final Pattern ENHANCED =
      Pattern.compile("^[45]\\d\\d[ -]([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private SmtpAnswer() {}

  /// @param begun whether the mail's content had begun to go out
  static HandOver of(MailException failure, boolean begun) {
    if (failure instanceof MailAuthenticationException) {
      return new HandOver.Failed(
          FailureClass.UNAVAILABLE, "the mail server did not accept the user and password");
    }
    if (begun && onlyGoodbyeFailed(failure)) {
      return HandOver.Accepted.plainly(1);
    }
    return reply(failure)
        .map(SmtpAnswer::toReply)
        .orElseGet(() ->
            begun
                ? new HandOver.Unknown("the connection to the mail server broke after DATA")
                : new HandOver.Failed(
                    FailureClass.UNAVAILABLE, "no mail server could be reached, or not safely"));
  }

  private static HandOver toReply(Reply reply) {
    String reason = "the mail server answered " + reply.text();
    return new HandOver.Failed(
        reply.code() >= PERMANENT ? FailureClass.REJECTED : FailureClass.RETRY, reason);
  }

  /// Spring names no failed mail when only the closing of the connection went wrong.
  private static boolean onlyGoodbyeFailed(MailException failure) {
    return failure instanceof MailSendException sending && sending.getFailedMessages().isEmpty();
  }

  private static Optional<Reply> reply(MailException failure) {
    if (!(failure instanceof MailSendException sending)) {
      return Optional.empty();
    }
    return sending.getFailedMessages().values().stream()
        .map(SmtpAnswer::reply)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Reply> reply(Exception failure) {
    for (Exception at = failure; at instanceof MessagingException here; at = next(here)) {
      int code = code(here);
      if (code >= TRANSIENT) {
        return Optional.of(new Reply(code, enhanced(here)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Exception next(MessagingException failure) {
    return failure.getNextException();
  }

  private static int code(MessagingException failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException send -> send.getReturnCode();
      default -> -1;
    };
  }

  private static String enhanced(MessagingException failure) {
    String words = failure.getMessage();
    Matcher found = ENHANCED.matcher(words == null ? "" : words.strip());
    return found.find() ? " " + found.group(1) : "";
  }

  private record Reply(int code, String enhanced) {
    String text() {
      return code + enhanced;
    }
  }
}
