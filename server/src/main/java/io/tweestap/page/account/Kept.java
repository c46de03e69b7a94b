package io.tweestap.page.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How far a visitor is: what a page shows again after a reload. Kept sealed, for the life of the
/// visit. `toString` shows none of it.
///
/// @param then where it goes on once a factor was proven: a path of ours, or null
/// @param chosen the factor that the visitor wants to prove; null: the preferred one
/// @param asked the newest code or question of a factor
/// @param sent the newest code to an address
/// @param setup the factor that is being set up
/// @param codes recovery codes, until the visitor has kept them
/// @param password an app password, until the visitor has kept it
/// @param said what came of the last step; shown once
record Kept(
    @Nullable String then,
    @Nullable UUID chosen,
    @Nullable Asked asked,
    @Nullable Sent sent,
    @Nullable Setup setup,
    List<String> codes,
    @Nullable Password password,
    @Nullable Said said) {
  static final Kept NOTHING = new Kept(null, null, null, null, null, List.of(), null, null);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A code to a factor, or a question for one.
  ///
  /// @param options what the browser is given to ask a security key with
  record Asked(
      UUID factor,
      @Nullable String channel,
      @Nullable String to,
      @Nullable String question,
      @Nullable String proof,
      @Nullable String options,
      @Nullable Instant nextSendAt) {}

  /// A code to an address of the user.
  record Sent(@Nullable UUID address, String channel, String to, Instant nextSendAt) {}

  /// A factor that was begun.
  ///
  /// @param number of a phone, to send another code to
  record Setup(
      String kind,
      UUID factor,
      @Nullable String pairingCode,
      @Nullable String uri,
      @Nullable String qr,
      @Nullable String number,
      @Nullable String channel,
      @Nullable String to,
      @Nullable Instant nextSendAt) {
    /// A factor with nothing to keep.
    static Setup of(String kind, UUID factor) {
      return new Setup(kind, factor, null, null, null, null, null, null, null);
    }
  }

  /// An app password that was made.
  record Password(String service, String device, String secret) {}

  /// What came of a step.
  ///
  /// @param what stands after `account.said.` in the words
  /// @param number tries left, where it matters
  /// @param until from when on it goes on
  /// @param bad whether it went wrong
  record Said(String what, int number, @Nullable Instant until, boolean bad) {
    static Said bad(String what) {
      return new Said(what, 0, null, true);
    }

    static Said good(String what) {
      return new Said(what, 0, null, false);
    }
  }

  static Kept read(String json) {
    return JSON.readValue(json, Kept.class);
  }

  String write() {
    return JSON.writeValueAsString(this);
  }

  /// The newest code or question of this factor.
  Optional<Asked> asked(UUID factor) {
    return Optional.ofNullable(asked).filter(one -> one.factor().equals(factor));
  }

  Kept saying(@Nullable Said word) {
    return new Kept(then, chosen, asked, sent, setup, codes, password, word);
  }

  Kept going(@Nullable String path) {
    return new Kept(path, null, null, null, null, codes, password, said);
  }

  Kept choosing(@Nullable UUID factor) {
    return new Kept(then, factor, asked, sent, setup, codes, password, null);
  }

  Kept asking(@Nullable Asked what) {
    UUID factor = what == null ? chosen : what.factor();
    return new Kept(then, factor, what, sent, setup, codes, password, null);
  }

  Kept sending(@Nullable Sent what) {
    return new Kept(then, chosen, asked, what, setup, codes, password, null);
  }

  Kept settingUp(@Nullable Setup what) {
    return new Kept(null, null, null, null, what, codes, password, null);
  }

  Kept withCodes(List<String> made) {
    return new Kept(null, null, null, null, null, made, password, said);
  }

  Kept withPassword(@Nullable Password made) {
    return new Kept(null, null, null, null, null, codes, made, said);
  }

  @Override
  public String toString() {
    return "Kept[]";
  }
}
