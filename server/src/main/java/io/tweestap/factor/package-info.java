/// What a user can prove: authenticator apps, tokens, phones, recovery codes. Each is bound once,
/// confirmed, answered, and ends. [io.tweestap.factor.FactorAnswers] compares and spends an answer,
/// [io.tweestap.factor.Factors] lists and ends them; each kind has a package of its own.
@ApplicationModule
@NullMarked
package io.tweestap.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
