package io.tweestap.credit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who pays before on this installation.
///
/// @param newTenants currency in which tenants that are made from now on pay before, as in `EUR`;
///   nobody does while the price list has no price in it. Empty: nobody does until `./tweestap
///   credit open`
/// @param trialMessages so many SMS parts cost a new tenant nothing, 0 to 10,000
@ConfigurationProperties(value = "tweestap.credit", ignoreUnknownFields = false)
public record CreditProperties(
    @DefaultValue("") String newTenants, @DefaultValue("100") int trialMessages) {
  private static final int TRIAL_MAX = 10_000;

  public CreditProperties {
    if (!newTenants.isEmpty() && !Money.isCurrency(newTenants)) {
      throw new IllegalArgumentException("a currency is three capital letters: " + newTenants);
    }
    if (trialMessages < 0 || trialMessages > TRIAL_MAX) {
      throw new IllegalArgumentException("a trial has 0 to 10,000 messages");
    }
  }
}
