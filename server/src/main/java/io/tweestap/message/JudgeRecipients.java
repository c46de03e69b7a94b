package io.tweestap.message;

import io.tweestap.message.NewBatch.To;
import io.tweestap.message.SendOutcome.Refusal;
import io.tweestap.risk.NumberVerdict;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.tenant.TenantSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Judges each recipient of a batch by itself: the number, whether it stands there twice, and the
/// values for its text.
@Component
class JudgeRecipients {
  /// A recipient that a message can go to.
  ///
  /// @param text as this recipient gets it
  /// @param test whether it is a test number of the tenant
  record Fit(To asked, PhoneNumber number, String text, boolean test) {}

  /// @param fit those that are, in the order of the request
  record Judged(List<Fit> fit, List<Refusal> refusals) {}

  private sealed interface Number {
    record Usable(PhoneNumber number, boolean test) implements Number {}

    record Unfit(Fault fault) implements Number {}
  }

  private final PhoneNumbers numbers;

  JudgeRecipients(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  Judged judge(NewBatch batch, TenantSettings settings) {
    Wording wording = Wording.of(batch.text());
    Judged judged = new Judged(new ArrayList<>(), new ArrayList<>());
    Map<PhoneNumber, Integer> seen = new HashMap<>();
    for (int index = 0; index < batch.recipients().size(); index++) {
      To asked = batch.recipients().get(index);
      switch (number(asked.to(), settings)) {
        case Number.Unfit(Fault fault) -> judged.refusals().add(new Refusal(index, fault));
        case Number.Usable(PhoneNumber number, boolean test) -> {
          Optional<Fault> fault =
              twice(seen, number, index).or(() -> wording.faultOf(asked.variables()));
          if (fault.isPresent()) {
            judged.refusals().add(new Refusal(index, fault.get()));
          } else {
            String text = wording.filled(asked.variables());
            judged.fit().add(new Fit(asked, number, text, test));
          }
        }
      }
    }
    return judged;
  }

  private static Optional<Fault> twice(
      Map<PhoneNumber, Integer> seen, PhoneNumber number, int index) {
    return Optional.ofNullable(seen.putIfAbsent(number, index)).map(Fault.Twice::new);
  }

  private Number number(String to, TenantSettings settings) {
    if (settings.testNumbers().containsKey(to)) {
      return new Number.Usable(new PhoneNumber(to), true);
    }
    return switch (numbers.judge(to, settings.country(), settings.allowedCountries())) {
      case NumberVerdict.Usable(PhoneNumber number, _) -> new Number.Usable(number, false);
      case NumberVerdict.NotANumber(String reason) ->
          new Number.Unfit(new Fault.NotANumber(reason));
      case NumberVerdict.Costly(String kind) -> new Number.Unfit(new Fault.Costly(kind));
      case NumberVerdict.CountryNotAllowed(String country) ->
          new Number.Unfit(new Fault.CountryNotAllowed(country));
    };
  }
}
