/// The customer center of a web host, as an example: customers log in by form, and Tweestap adds
/// the second step. What has to do with Tweestap is in three places:
///
/// - [CustomersAtTweestap] says what Tweestap is to know of a customer;
/// - [SecondStepController] leads a customer to the pages where the second step is looked after;
/// - [AddressController] has a customer confirm a change of address.
///
/// The rest is what any such application has. The login itself needs no line: the starter stands
/// behind the form login of [Security].
@NullMarked
package io.tweestap.examples.center;

import org.jspecify.annotations.NullMarked;
