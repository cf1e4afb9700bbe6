### Names of rights indicators.

indicator-v2x-clphy = Freedom from political killings and torture
indicator-v2x-civlib = Civil liberties
indicator-v2x-freexp-altinf = Freedom of expression and information
indicator-v2x-frassoc-thick = Freedom of association
indicator-v2x-rule = Rule of law
indicator-v2x-polyarchy = Electoral democracy
