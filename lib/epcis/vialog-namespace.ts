/** The namespace of our own extension fields (custody.md section 1): what EPCIS has no word for. */
export const VIALOG_NAMESPACE = 'https://vialog.example/ns/';
