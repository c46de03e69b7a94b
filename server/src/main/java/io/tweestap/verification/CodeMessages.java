package io.tweestap.verification;

import io.tweestap.credit.Charges;
import io.tweestap.credit.Holding;
import io.tweestap.credit.Item;
import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.sms.SmsParts;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.verification.template.Templates;
import io.tweestap.verification.text.CodeMessage;
import io.tweestap.verification.text.CodeTexts;
import java.util.List;
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
  private final Charges charges;

  CodeMessages(
      CodeTexts texts, Templates templates, Outbox outbox, CodeSenders senders, Charges charges) {
    this.senders = senders;
    this.charges = charges;
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

  /// The message with a code, not written yet.
  ///
  /// @param message empty for a test number, which nothing is sent to
  /// @param parts SMS parts, 0 when nothing is sent or it is not an SMS
  record Composed(Optional<NewMessage> message, int parts) {}

  Composed compose(
      TenantId tenant,
      TenantSettings settings,
      Verification verification,
      Recipient recipient,
      String code,
      Optional<Details> details) {
    if (recipient.isTest()) {
      return new Composed(Optional.empty(), 0);
    }
    CodeMessage message = texts.compose(content(tenant, settings, verification, code, details));
    String sender =
        senders.sender(tenant, verification.channel(), recipient, verification.sender());
    return new Composed(
        Optional.of(outgoing(verification, recipient, sender, message)),
        verification.channel() == Channel.SMS ? SmsParts.of(message.text()).count() : 0);
  }

  /// Sets aside what the message costs, as part of the caller's transaction. Only SMS has a price.
  Holding hold(TenantId tenant, Composed composed) {
    return charges.hold(
        tenant,
        composed.message().filter(message -> message.channel() == Channel.SMS).stream()
            .map(message ->
                new Item(
                    new PhoneNumber(message.recipient()), message.sender(), composed.parts(), true))
            .toList());
  }

  /// Gives that back, in the same transaction.
  void undo(TenantId tenant, Holding holding) {
    charges.undo(tenant, holding);
  }

  /// Writes the message as part of the caller's transaction.
  void send(TenantId tenant, Composed composed, Holding holding) {
    composed
        .message()
        .map(message -> outbox.add(tenant, message))
        .ifPresent(id -> charges.assign(tenant, holding, List.of(id)));
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
