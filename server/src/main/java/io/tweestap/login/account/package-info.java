/// Visits of users to the pages where they look after their own second step: a link that the
/// application asks for opens one, once, in one browser. [io.tweestap.login.account.AccountLinks]
/// makes links, [io.tweestap.login.account.AccountVisits] opens and keeps visits,
/// [io.tweestap.login.account.OwnProofs] says whether a factor was proven a moment ago (CS-3).
@NamedInterface("account")
@NullMarked
package io.tweestap.login.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
