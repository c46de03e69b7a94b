/// Where a user can be reached: numbers and addresses, stated or proven. [AddressRules] says which
/// may be used, [ApplyAddresses] writes what was wished, [AddressProofs] has them proven.
@NamedInterface("address")
@NullMarked
package io.tweestap.user.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
