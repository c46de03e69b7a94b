package io.tweestap.verification;

import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.sms.SmsParts;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.verification.template.Templates;
import io.tweestap.verification.text.CodeMessage;
import io.tweestap.verification.text.CodeTexts;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts the message with a code into the outbox.
@Component
class CodeMessages {
  private final CodeTexts texts;
  private final Templates templates;
  private final Outbox outbox;
  private final CodeSenders senders;

  CodeMessages(CodeTexts texts, Templates templates, Outbox outbox, CodeSenders senders) {
    this.senders = senders;
    this.texts = texts;
    this.templates = templates;
    this.outbox = outbox;
  }

  /// The language of the message: as asked, else the tenant's own; English where it is unknown.
  static Locale locale(NewVerification asked, TenantSettings settings) {
    return CodeTexts.spoken(asked.locale().orElse(settings.locale()));
  }

  /// The tenant's own text for a verification, where it names a template and that exists.
  Optional<String> template(TenantId tenant, NewVerification asked, TenantSettings settings) {
    return asked.template().flatMap(name -> templates.text(tenant, name, locale(asked, settings)));
  }

  /// Why the recipient's country takes no sender that the tenant has.
  Optional<StartOutcome> senderRefusal(
      TenantId tenant, NewVerification asked, TenantSettings settings, Recipient recipient) {
    String name = asked.sender().orElse(settings.senderName());
    return senders.refusal(tenant, asked.channel(), recipient, name);
  }

  boolean serves(Channel channel) {
    return outbox.serves(channel);
  }

  /// Writes the message as part of the caller's transaction; nothing for a test number.
  ///
  /// @return SMS parts, 0 when nothing is sent or it is not an SMS
  int send(
      TenantId tenant,
      TenantSettings settings,
      Verification verification,
      Recipient recipient,
      String code,
      Optional<Details> details) {
    if (recipient.isTest()) {
      return 0;
    }
    CodeMessage message = texts.compose(content(tenant, settings, verification, code, details));
    String sender =
        senders.sender(tenant, verification.channel(), recipient, verification.sender());
    outbox.add(tenant, outgoing(verification, recipient, sender, message));
    return verification.channel() == Channel.SMS ? SmsParts.of(message.text()).count() : 0;
  }

  /// Takes back messages of a verification that have not left yet.
  void withdraw(TenantId tenant, UUID verification) {
    outbox.withdraw(tenant, verification);
  }

  /// A template that was deleted since the start gives way to the built-in text.
  private CodeTexts.Content content(
      TenantId tenant,
      TenantSettings settings,
      Verification verification,
      String code,
      Optional<Details> details) {
    return new CodeTexts.Content(
        code,
        verification.purpose(),
        verification.channel(),
        verification.locale(),
        verification.sender(),
        settings.loginHost(),
        verification.ttl(),
        details,
        verification
            .template()
            .flatMap(name -> templates.text(tenant, name, verification.locale())));
  }

  private static NewMessage outgoing(
      Verification verification, Recipient recipient, String sender, CodeMessage message) {
    return new NewMessage(
        verification.id(),
        Priority.CODE,
        verification.channel(),
        recipient.address(),
        recipient.masked(),
        sender,
        message.subject(),
        message.text(),
        verification.locale(),
        verification.expiresAt());
  }
}
