package io.tweestap.optout;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/// Hears STOP, START and HELP in what people write.
@Service
public class Hear {
  private static final Pattern WHOLE = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final OptOutChoices choices;
  private final OptOuts optOuts;
  private final AnswerKeyword answers;
  private final Tenants tenants;

  Hear(OptOutChoices choices, OptOuts optOuts, AnswerKeyword answers, Tenants tenants) {
    this.choices = choices;
    this.optOuts = optOuts;
    this.answers = answers;
    this.tenants = tenants;
  }

  /// Does what a message asks for, as part of the transaction that keeps it.
  ///
  /// "Yes" from somebody who never said STOP is an answer to something else.
  ///
  /// @param id of the message
  /// @param from who wrote it; only a whole number can be sent to, and so stopped
  /// @param to own number that it was sent to
  /// @return what was heard; empty for a message like any other
  public Optional<Keyword> hear(TenantId tenant, UUID id, String from, String to, String text) {
    if (!WHOLE.matcher(from).matches()) {
      return Optional.empty();
    }
    Tenant speaker = tenants.get(tenant);
    OptOutSettings settings = choices.of(speaker);
    Optional<Keyword> heard = Keyword.of(text, settings.heard());
    PhoneNumber number = new PhoneNumber(from);
    Optional<Keyword> done = heard.filter(word -> act(tenant, word, number, to));
    if (settings.answers()) {
      done.ifPresent(word -> answers.answer(speaker, id, number, to, word));
    }
    return done;
  }

  private boolean act(TenantId tenant, Keyword word, PhoneNumber number, String to) {
    return switch (word) {
      case STOP -> {
        optOuts.stop(tenant, number, to, "message");
        yield true;
      }
      case START -> optOuts.start(tenant, number, to);
      case HELP -> true;
    };
  }
}
