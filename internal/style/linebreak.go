package style

// NeverFirst are the characters that may not begin a line (GB/T 15834-2011,
// 5.1.1 to 5.1.10: stops, closing brackets and quotes, connectors, the
// interpunct, the solidus), with the signs that belong to the number before
// them. Every output breaks lines by it.
const NeverFirst = "，。、；：？！）》〉”’〕】』」〗〙〛］｝＞…—－–～·・‧／" + ",.;:?!)]}%％‰℃°′″々"

// NeverLast are the characters that may not end a line (GB/T 15834-2011,
// 5.1.3: opening brackets and quotes; 5.1.10: the solidus), with the signs
// that belong to the number after them.
const NeverLast = "（《〈“‘〔【『「〖〘〚［｛＜／" + "([{￥¥＄$£€№＃#"
