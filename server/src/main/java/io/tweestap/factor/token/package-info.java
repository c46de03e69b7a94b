/// Hardware tokens of a tenant: delivered in files, kept in stock, given to users, taken back.
@NamedInterface("token")
@NullMarked
package io.tweestap.factor.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
