// The invented abstract that the cases of anchoring are told with.

export const ONE = "Sparse routers waste most of their budget on easy tokens.";
export const TWO = "We let the router see the charge of the battery before it decides.";
export const THREE = "On three question sets the accuracy stays within one point of the full model.";
export const FOUR = "A calibration of forty minutes carries the router over to another device.";
export const ABSTRACT = `${ONE} ${TWO} ${THREE} ${FOUR}`;
export const TWICE = `${ONE} ${TWO} In the afternoon things change. ${TWO} ${FOUR}`;
