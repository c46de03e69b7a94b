package io.tweestap.page.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page.
///
/// @param who the application's reference of the user
/// @param on whether a second step is set up
/// @param policy what the organization asks, in sentences
/// @param codes the recovery codes; null when there are none
/// @param spareAdvised whether all factors live on one thing
/// @param back where the application is; null when it named no address
record Overview(
    String who,
    boolean on,
    List<String> policy,
    List<FactorRow> factors,
    @Nullable FactorRow codes,
    int codesLeft,
    boolean codesFew,
    List<PasswordRow> passwords,
    List<PlaceRow> browsers,
    List<PlaceRow> sessions,
    boolean spareAdvised,
    @Nullable String back) {

  /// One factor.
  ///
  /// @param kindName its kind in words, with the masked number of a phone
  /// @param lastUsed null: never
  /// @param state in words, where it is not simply in use; null otherwise
  /// @param bad whether it cannot be used
  record FactorRow(
      String id,
      String kind,
      String name,
      String kindName,
      String bound,
      @Nullable String lastUsed,
      @Nullable String state,
      boolean bad) {}

  /// One app password.
  record PasswordRow(
      String id,
      String device,
      String service,
      String made,
      @Nullable String lastUsed,
      @Nullable String until) {}

  /// A remembered browser or a session.
  ///
  /// @param what browser, in words
  /// @param place network that it came from; null when unknown
  record PlaceRow(
      String id,
      String what,
      @Nullable String application,
      @Nullable String place,
      String since,
      String last) {}
}
