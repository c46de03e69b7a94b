package io.tweestap.delivery.mail;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.shared.Channel;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands mails to one mail server.
final class MailCarrier implements Carrier {
  private final MailProperties settings;
  private final JavaMailSenderImpl sender;
  private final Clock clock;

  MailCarrier(MailProperties settings, JavaMailSenderImpl sender, Clock clock) {
    this.settings = settings;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Set<Channel> channels() {
    return Set.of(Channel.EMAIL);
  }

  @Override
  public int rank() {
    return settings.rank();
  }

  @Override
  public int parallelMax() {
    return settings.parallel();
  }

  @Override
  public HandOver send(OutgoingMessage message) {
    OutgoingMail mail;
    try {
      String from = Objects.requireNonNull(settings.from());
      mail = OutgoingMail.of(sender.getSession(), from, message, clock.instant());
    } catch (MessagingException _) {
      return new HandOver.Failed(FailureClass.REJECTED, "mail cannot go to this address");
    }
    return Deadline.within(settings.totalTimeout(), () -> deliver(mail), () -> late(mail));
  }

  private HandOver deliver(OutgoingMail mail) {
    try {
      sender.send(mail);
      return HandOver.Accepted.plainly(1);
    } catch (MailException e) {
      return SmtpAnswer.of(e, mail.hasBegun());
    }
  }

  private static HandOver late(OutgoingMail mail) {
    return mail.hasBegun()
        ? new HandOver.Unknown("the mail server took too long after DATA")
        : new HandOver.Failed(FailureClass.UNAVAILABLE, "the mail server took too long");
  }

  @Override
  public String toString() {
    return "MailCarrier[" + settings + "]";
  }
}
